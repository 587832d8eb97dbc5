@echo off
chcp 65001 >nul
rem Обнова: настройка Windows для сервиса «#SERVICE#», для этого пользователя.
rem
rem Файл добавляет сайты сервиса в надёжные сайты Windows, только эти и только по https, и корневые сертификаты сервиса
rem в хранилище этого пользователя: о каждом Windows спросит вас сама. Настройки ActiveX и других зон он не меняет.
rem Паролей и ключей в файле нет. Запускать его можно повторно.
rem
rem   #NAME#           настроить
rem   #NAME# /dry-run  только показать, что будет сделано
rem   #NAME# /undo     убрать то, что добавил этот файл
setlocal
set "cer=%TEMP%\obnova-root.cer"
set "dry="
set "failed=0"
if /i "%~1"=="/undo" goto undo
if /i "%~1"=="/dry-run" set "dry=1"
#LINES#
goto done

:undo
#UNDO#
goto done

:done
if "%failed%"=="0" (echo Готово.) else (echo Сделано не всё: посмотрите строки выше.)
exit /b %failed%

:site
reg query "%~1" /v https >nul 2>&1
if not errorlevel 1 (
  echo Уже настроено: %~2
  exit /b 0
)
echo Надёжный сайт: %~2
if defined dry exit /b 0
reg add "%~1" /v https /t REG_DWORD /d 2 /f >nul
if errorlevel 1 set "failed=1"
exit /b 0

:nosite
reg query "%~1" /v https >nul 2>&1
if errorlevel 1 exit /b 0
echo Убрать из надёжных сайтов: %~2
reg delete "%~1" /v https /f >nul
if errorlevel 1 set "failed=1"
exit /b 0

:root
certutil -user -store Root %~1 >nul 2>&1
if errorlevel 1 (
  certutil -user -f -addstore Root "%cer%" >nul
  if errorlevel 1 set "failed=1"
)
del "%cer%"
exit /b 0

:noroot
certutil -user -store Root %~1 >nul 2>&1
if errorlevel 1 exit /b 0
echo Убрать корневой сертификат: %~2
certutil -user -delstore Root %~1 >nul
if errorlevel 1 set "failed=1"
exit /b 0
